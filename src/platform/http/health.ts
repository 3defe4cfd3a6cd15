/** Why this file exists: tells an orchestrator whether the process lives and whether it may get requests. */
import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Database, type DatabaseState } from '../database/index.js';

/** What must be true before requests are taken; set during start. */
export class Readiness {
  /** All migrations ran and row-level security is in force. */
  migrated = false;
  /** The built-in library is loaded. */
  libraryLoaded = false;
  /** Set while the server drains. */
  stopping = false;
  /** When somebody asked last, in milliseconds since 1970: whoever asks is to notice that the server drains. */
  askedAt = 0;
}

@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly readiness: Readiness,
  ) {}

  @Get('live')
  @HttpCode(200)
  live(): object {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const { migrated, libraryLoaded, stopping } = this.readiness;
    this.readiness.askedAt = Date.now();
    const state = migrated ? await this.#state() : 'AWAY';
    const isReady = migrated && libraryLoaded && !stopping && state === 'READY';
    void reply.code(isReady ? 200 : 503);
    return {
      status: isReady ? 'ready' : 'not ready',
      database: state !== 'AWAY',
      writable: state === 'READY',
      migrated,
      library: libraryLoaded,
      stopping,
    };
  }

  /** Says so within a second and a half, whatever the database does. */
  async #state(): Promise<DatabaseState> {
    const limit = new Promise<'AWAY'>((resolve) => setTimeout(() => resolve('AWAY'), 1_500).unref());
    return Promise.race([this.database.state(), limit]);
  }
}
