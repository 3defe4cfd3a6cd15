/** Why this file exists: knows what the server is answering, and ends serving so that no request is cut. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Connections that stay quiet for this long after the last request are closed: nothing is on its way on them. */
const QUIET_MS = 500;
/** Requests that take longer than this, once nobody is let in, are broken off. */
const LIMIT_MS = 8_000;
const STEP_MS = 20;

export class Traffic {
  readonly #connections = new Set<Socket>();
  readonly #answers = new Set<ServerResponse>();
  #isEnding = false;
  #lastRequestAt = 0;

  constructor(private readonly server: Server) {
    server.on('connection', (socket) => {
      this.#connections.add(socket);
      socket.once('close', () => this.#connections.delete(socket));
    });
    server.prependListener('request', (_: IncomingMessage, answer: ServerResponse) => {
      this.#lastRequestAt = Date.now();
      this.#answers.add(answer);
      answer.once('close', () => this.#answers.delete(answer));
      if (this.#isEnding) answer.shouldKeepAlive = false;
    });
  }

  /**
   * Goes on for `waitMs`, then lets nobody in and asks every client to leave with its next answer (`Connection: close`); answers what was asked,
   * and closes what stays quiet. Asking earlier would make clients come in anew just when the door closes.
   */
  async end(waitMs: number): Promise<void> {
    if (waitMs > 0) await sleep(waitMs);
    const begun = Date.now();
    this.#isEnding = true;
    for (const answer of this.#answers) if (!answer.headersSent) answer.shouldKeepAlive = false;
    if (this.server.listening) NetServer.prototype.close.call(this.server); // the one of HTTP would close connections on which a request is under way to us
    while (!this.#isQuiet(begun) && Date.now() - begun < LIMIT_MS) await sleep(STEP_MS);
    this.server.closeAllConnections();
  }

  #isQuiet(since: number): boolean {
    if (this.#connections.size === 0) return true;
    return this.#answers.size === 0 && Date.now() - Math.max(since, this.#lastRequestAt) >= QUIET_MS;
  }
}
