import { connect, type Socket } from 'node:net';

/** What came back on one request; the body as it came over the line. */
export interface Answer {
  readonly status: number;
  readonly location: string;
  readonly head: string;
  readonly body: Buffer;
}

/** One connection that is kept as long as the server keeps it, for one request at a time: much lighter than the server that it asks. */
export interface HttpClient {
  get(path: string, cookie?: string): Promise<Answer>;
  post(path: string, form: string, cookie?: string, type?: string): Promise<Answer>;
  close(): void;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const END_OF_CHUNKS = Buffer.from('0\r\n\r\n');

/** Connects to a server on this machine; `headers` are lines without their ends. */
export async function createClient(port: number, headers: readonly string[] = []): Promise<HttpClient> {
  let socket = await open(port);
  const common = [`Host: 127.0.0.1:${port}`, ...headers, '', ''].join('\r\n');
  const ask = async (request: string): Promise<Answer> => {
    const answer = await send(socket, request);
    // After so many requests a server ends a connection; what is asked over it then gets 503.
    if (/^connection: close/im.test(answer.head)) {
      socket.destroy();
      socket = await open(port);
    }
    return answer;
  };
  return {
    get: (path, cookie = '') => ask(`GET ${path} HTTP/1.1\r\n${toLine(cookie)}${common}`),
    post: (path, form, cookie = '', type = 'application/x-www-form-urlencoded') =>
      ask(
        `POST ${path} HTTP/1.1\r\n${toLine(cookie)}Content-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(form)}\r\n${common}${form}`,
      ),
    close: () => socket.destroy(),
  };
}

function toLine(cookie: string): string {
  return cookie === '' ? '' : `Cookie: ${cookie}\r\n`;
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true);
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return socket;
}

function send(socket: Socket, request: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let bytes: Buffer = Buffer.alloc(0);
    const stop = () => socket.off('data', onData).off('error', onEnd).off('close', onEnd);
    const onEnd = (error: unknown) => {
      stop();
      reject(error instanceof Error ? error : new Error('The server closed the connection.'));
    };
    const onData = (part: Buffer) => {
      bytes = bytes.length === 0 ? part : Buffer.concat([bytes, part]);
      const answer = parse(bytes);
      if (!answer) return;
      stop();
      resolve(answer);
    };
    socket.on('data', onData).on('error', onEnd).on('close', onEnd);
    // A server closes a connection that is idle for some seconds: then nothing would come any more.
    if (socket.destroyed) onEnd(undefined);
    else socket.write(request);
  });
}

/** The whole answer, or null while it is still coming in. */
function parse(bytes: Buffer): Answer | null {
  const endOfHead = bytes.indexOf(END_OF_HEAD);
  if (endOfHead < 0) return null;
  const head = bytes.toString('latin1', 0, endOfHead);
  const body = bytes.subarray(endOfHead + END_OF_HEAD.length);
  const length = /content-length: (\d+)/i.exec(head)?.[1];
  const isWhole =
    length === undefined
      ? body.subarray(-END_OF_CHUNKS.length).equals(END_OF_CHUNKS)
      : body.length >= Number(length);
  if (!isWhole) return null;
  return {
    status: Number(head.slice(9, 12)),
    location: /location: (?:https?:\/\/[^/\s]+)?(\S+)/i.exec(head)?.[1] ?? '',
    head,
    body,
  };
}
