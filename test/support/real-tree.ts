import { buildTree } from '../../src/domain/tree/build-tree.ts';
import { createGraphviz } from '../../src/web/tree/graphviz.ts';
import { drawTree } from '../../src/web/tree/lay-out-tree.ts';
import { content, model } from './real-content.ts';

/** The tree of the real content with its picture. */
export const drawn = drawTree(await createGraphviz(), buildTree(model, content.beslisboom));
