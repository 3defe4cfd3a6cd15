/** Why this file exists: tells an orchestrator whether the process lives and whether it may get requests. */
import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Database } from '../database/index.js';

/** What must be true before requests are taken; set during start. */
export class Readiness {
  /** All migrations ran and row-level security is in force. */
  migrated = false;
  /** The built-in library is loaded. */
  libraryLoaded = false;
  /** Set while the server drains. */
  stopping = false;
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
    const reachable = migrated && (await this.#reachable());
    const isReady = migrated && libraryLoaded && !stopping && reachable;
    void reply.code(isReady ? 200 : 503);
    return { status: isReady ? 'ready' : 'not ready', database: reachable, migrated, library: libraryLoaded, stopping };
  }

  async #reachable(): Promise<boolean> {
    const limit = new Promise<false>((resolve) => setTimeout(() => resolve(false), 1_500).unref());
    const asked = this.database.readShared('select 1').then(
      () => true,
      () => false,
    );
    return Promise.race([asked, limit]);
  }
}
