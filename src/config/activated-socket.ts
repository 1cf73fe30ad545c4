import type { Env } from './list-settings.ts';

/** The first descriptor that is handed over, by the protocol of systemd (sd_listen_fds). */
const FIRST = 3;

/**
 * The socket that whoever started this process opened for it, as a file descriptor; null when there is none. Such a
 * socket stays open while the server restarts, so that nobody is refused.
 * Of more than one it is the first.
 */
export function findActivatedSocket({ LISTEN_PID, LISTEN_FDS }: Env, pid: number): number | null {
  // They may be left over, and meant for who started us.
  return Number(LISTEN_FDS) >= 1 && Number(LISTEN_PID) === pid ? FIRST : null;
}
