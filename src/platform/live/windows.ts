/** Why this file exists: the open windows of a process: who sits behind each, how many there may be, and when they end. */
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MemberId, PersonId } from '../access/index.js';
import type { Database } from '../database/index.js';
import type { OrganisationId } from '../ids/index.js';
import {
  forgetOldNotices,
  missedKinds,
  NoticeReader,
  type Notice,
  type NoticeKind,
  type NoticeSubject,
} from './notices.js';

/** What an open session stands for at this moment. */
export interface Seat {
  readonly organisationId: OrganisationId;
  readonly memberId: MemberId;
  readonly personId: PersonId | null;
  /** Changes when the session can do something else than before. */
  readonly rights: string;
  /** Until then the session is open by itself, and can do the same. */
  readonly holdsMs: number;
}
/** Who sits behind a session value, without counting as use of the session; `null` when it is open no more. */
export type SeatSource = (database: Database, sessionValue: string) => Promise<Seat | null>;
let seatOf: SeatSource = () => Promise.resolve(null);
/** Set by the grants module. */
export const setSeatSource = (source: SeatSource): void => {
  seatOf = source;
};

/** Between two looks at what was told, while anybody has a window open. */
const LOOK_MS = 300;
/** Something is said so often, so that nobody between takes the connection for dead. */
const BEAT_MS = 15_000;
const TIDY_MS = 60_000;
export const MOST_OF_MEMBER = 8;
/** A window that does not take what it is sent is let go. */
const MOST_BUFFERED = 16_384;
/** The longest that a timer can wait. */
const LONGEST_MS = 2_000_000_000;

interface Window {
  seat: Seat;
  readonly sessionValue: string;
  readonly answer: ServerResponse;
  timer: NodeJS.Timeout | null;
}
const subjectsOf = ({ organisationId, memberId, personId }: Seat): readonly NoticeSubject[] => [
  `organisation:${organisationId}`,
  `member:${memberId}`,
  ...(personId === null ? [] : [`person:${personId}` as const]),
];

export type Opened = 'OPEN' | 'TOO_MANY' | 'SIGNED_OUT' | 'CLOSING';

export class Windows {
  readonly #windows = new Set<Window>();
  readonly #reader: NoticeReader;
  #opening = 0;
  #isClosed = false;
  #looking: Promise<void> | null = null;

  /** @param most  windows of this process */
  constructor(
    private readonly database: Database,
    private readonly most: number,
  ) {
    this.#reader = new NoticeReader(database);
  }

  get count(): number {
    return this.#windows.size;
  }

  /** Who sits behind a session value. */
  seat(sessionValue: string): Promise<Seat | null> {
    return seatOf(this.database, sessionValue);
  }

  /**
   * Opens a window; what is committed from now on is told to it, and what it may have missed.
   * @param missedMs  for how long the page has heard nothing; `null` when it does not say
   * @param begin     called once it is let in, to begin the answer
   */
  async open(
    sessionValue: string,
    {
      answer,
      missedMs,
      begin,
    }: { readonly answer: ServerResponse; readonly missedMs: number | null; readonly begin: () => void },
  ): Promise<Opened> {
    if (this.#isClosed) return 'CLOSING';
    this.#opening++;
    try {
      if (this.#windows.size + this.#opening > this.most) return 'TOO_MANY';
      await (this.#looking ??= this.#beginToLook());
      const seat = await this.seat(sessionValue); // after the look: what changes from here on is told
      if (seat === null) return 'SIGNED_OUT';
      const own = [...this.#windows].filter((other) => other.seat.memberId === seat.memberId).length;
      if (own >= MOST_OF_MEMBER) return 'TOO_MANY';
      if (this.isClosing) return 'CLOSING';
      if (answer.destroyed) return 'OPEN';
      const window: Window = { seat, sessionValue, answer, timer: null };
      this.#windows.add(window);
      answer.once('close', () => this.#forget(window));
      this.#hold(window);
      begin();
      await this.#tellMissed(window, missedMs);
      return 'OPEN';
    } finally {
      this.#opening--;
    }
  }

  /** Ends all windows, and lets none in any more; browsers come back by themselves, to another process. */
  close(): void {
    this.#isClosed = true;
    for (const window of this.#windows) this.#end(window);
  }

  get isClosing(): boolean {
    return this.#isClosed;
  }

  async #beginToLook(): Promise<void> {
    try {
      await this.#reader.next();
    } catch (error) {
      this.#looking = null;
      throw error;
    }
    void this.#look();
  }

  /** Looks on while anybody is there. After a moment in which the database was away everybody is told to ask anew. */
  async #look(): Promise<void> {
    let isBehind = false;
    let [beatAt, tidyAt] = [Date.now(), Date.now()];
    await sleep(LOOK_MS, undefined, { ref: false });
    while (this.#windows.size + this.#opening > 0 && !this.#isClosed) {
      try {
        const notices = await this.#reader.next();
        if (isBehind) this.#tellAll();
        else this.#tell(notices);
        isBehind = false;
        if (Date.now() - tidyAt > TIDY_MS) {
          tidyAt = Date.now();
          await forgetOldNotices(this.database);
        }
      } catch {
        isBehind = true;
        this.#reader.forget();
      }
      if (Date.now() - beatAt > BEAT_MS) {
        beatAt = Date.now();
        for (const window of this.#windows) this.#say(window, 'event: beat\ndata: -\n\n');
      }
      await sleep(LOOK_MS, undefined, { ref: false });
    }
    this.#looking = null;
    this.#reader.forget();
  }

  #tell(notices: readonly Notice[]): void {
    if (notices.length === 0) return;
    const told = new Map<NoticeSubject, Set<NoticeKind>>();
    for (const { subject, kind } of notices) told.set(subject, (told.get(subject) ?? new Set()).add(kind));
    const doubtful: Window[] = [];
    for (const window of [...this.#windows]) {
      const kinds = new Set(subjectsOf(window.seat).flatMap((subject) => [...(told.get(subject) ?? [])]));
      if (kinds.delete('SESSION')) doubtful.push(window);
      for (const kind of kinds) this.#say(window, `event: notice\ndata: ${kind}\n\n`);
    }
    void this.#lookAgainAt(doubtful);
  }

  async #tellMissed(window: Window, missedMs: number | null): Promise<void> {
    const kinds = await missedKinds(this.database, subjectsOf(window.seat), missedMs).catch(() => ['ALL']);
    for (const kind of kinds) this.#say(window, `event: notice\ndata: ${kind}\n\n`);
  }

  /** What was missed is not known: everybody is told so, and who is in no more is let go. */
  #tellAll(): void {
    const all = [...this.#windows];
    for (const window of all) this.#say(window, 'event: notice\ndata: ALL\n\n');
    void this.#lookAgainAt(all);
  }

  /** One after the other: the sessions of a whole organisation may be in doubt. */
  async #lookAgainAt(windows: readonly Window[]): Promise<void> {
    for (const window of windows) await this.#lookAgain(window);
  }

  /** Ends the window when its session is over, which the browser is told, or can do something else: then it comes back. */
  async #lookAgain(window: Window): Promise<void> {
    const seat = await this.seat(window.sessionValue).catch(() => null);
    if (seat === null) this.#say(window, 'event: over\ndata: -\n\n');
    if (seat === null || seat.rights !== window.seat.rights || seat.personId !== window.seat.personId) {
      this.#end(window);
      return;
    }
    window.seat = seat;
    this.#hold(window);
  }

  #hold(window: Window): void {
    if (window.timer !== null) clearTimeout(window.timer);
    if (!this.#windows.has(window)) return;
    window.timer = setTimeout(() => void this.#lookAgain(window), Math.min(window.seat.holdsMs + 50, LONGEST_MS));
    window.timer.unref();
  }

  #say(window: Window, text: string): void {
    if (window.answer.writableLength > MOST_BUFFERED) window.answer.destroy();
    else window.answer.write(text);
  }

  #end(window: Window): void {
    this.#forget(window);
    window.answer.end();
  }

  #forget(window: Window): void {
    if (window.timer !== null) clearTimeout(window.timer);
    this.#windows.delete(window);
  }
}
