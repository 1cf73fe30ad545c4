import { z } from 'zod';

// As much of an OpenAPI document as the page shows. A document without it stops the start.
const examplesSchema = z
  .record(z.string(), z.object({ summary: z.string(), value: z.unknown() }))
  .default({});
const contentSchema = z.record(z.string(), z.object({ examples: examplesSchema })).default({});

const operationSchema = z.object({
  operationId: z.string(),
  tags: z.tuple([z.string()]),
  summary: z.string(),
  description: z.string().optional(),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.enum(['path', 'query']),
        required: z.boolean().default(false),
        schema: z.object({ description: z.string() }),
        examples: examplesSchema,
      }),
    )
    .default([]),
  requestBody: z.object({ content: contentSchema }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: contentSchema })),
});
export type Operation = z.infer<typeof operationSchema>;

export const openApiSchema = z.object({
  info: z.object({ version: z.string() }),
  servers: z.tuple([z.object({ url: z.url() })]),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(
    z.string(),
    z.object({ get: operationSchema.optional(), post: operationSchema.optional() }),
  ),
});
