import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** The network between a program and a server, in the hands of a test. */
export interface TcpProxy {
  readonly port: number;
  /** Breaks all connections. */
  cut(): void;
  /** Lets new connections go to another port; null refuses them. */
  pointAt(port: number | null): void;
  /** Holds back what the server says from now on, as a network that is gone without a word, or lets it through again. */
  silence(isSilent: boolean): void;
}

/** Starts a proxy before a port of this machine, until the end of the test. */
export async function startTcpProxy(port: number): Promise<TcpProxy> {
  let target: number | null = port;
  let isSilent = false;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    return socket;
  };
  const server = createServer((near) => {
    keep(near);
    if (target === null) return void near.destroy();
    const far = keep(connect(target, '127.0.0.1'));
    near.on('data', (data) => far.write(data));
    far.on('data', (data) => {
      if (!isSilent) near.write(data);
    });
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(() => {
    server.close();
    cut();
  });
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    pointAt: (port) => {
      target = port;
    },
    silence: (silent) => {
      isSilent = silent;
    },
  };
}
