/** Why this file exists: keeps what an interviewer writes safe: on the device at once, on the server soon, one save at a time, never over somebody else's change. */
import type { CommandOutcome } from '../app/commands.js';
import { isConnected, onConnectionChange } from '../app/connection.js';
import { copyPlace, type CopyPlace } from './device-copy.js';
import { EMPTY, fromWire, sameContent, type Content, type SlotRating, type WireContent } from './scorecard-content.js';

/** The scorecard as the server has it. */
export interface ServerScorecard {
  readonly id: string;
  readonly version: number;
  readonly savedAt?: string | null;
  readonly content?: WireContent | null;
}
export type SaveStatus = 'saved' | 'saving' | 'offline' | 'failed';

export interface DraftState {
  readonly content: Content;
  readonly status: SaveStatus;
  readonly savedAt: string | null;
  /** What the server has instead; nothing is sent until the author has chosen. */
  readonly conflict: Content | null;
  /** Why the server will not take it, in its words; it stays until a save succeeds. */
  readonly refused: string | null;
}

export interface DraftServer {
  readonly save: (version: number, content: Content) => Promise<CommandOutcome<ServerScorecard>>;
  readonly newest: () => Promise<ServerScorecard | null>;
}

const PAUSE = 700;
const RETRY = 5_000;

export class ScorecardDraft {
  #state: DraftState;
  #version: number;
  /** The content that the server is known to have. */
  #base: Content;
  #sent: Content | null = null;
  #flying: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #place: CopyPlace;
  readonly #listeners = new Set<() => void>();

  constructor(
    scorecard: ServerScorecard,
    memberId: string,
    private server: DraftServer,
  ) {
    const base = fromWire(scorecard.content);
    this.#version = scorecard.version;
    this.#base = base;
    this.#place = copyPlace(scorecard.id, memberId, 'draft');
    this.#state = { content: base, status: 'saved', savedAt: scorecard.savedAt ?? null, conflict: null, refused: null };
    this.#restore();
  }

  readonly getState = (): DraftState => this.#state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  get version(): number {
    return this.#version;
  }
  use(server: DraftServer): void {
    this.server = server;
  }

  /** Saves when the tab hides and when the connection returns. @returns the way to end it */
  start(): () => void {
    const hide = (): void => void (document.visibilityState === 'hidden' && this.flush());
    const back = onConnectionChange(() => void (isConnected() && this.flush()));
    document.addEventListener('visibilitychange', hide);
    if (this.#isDirty()) this.#later(PAUSE);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      back();
      void this.flush();
    };
  }

  readonly rate = (key: string, change: Partial<SlotRating>): void => {
    const { content } = this.#state;
    const rating = { ...(content.ratings[key] ?? EMPTY), ...change };
    this.#write({ ...content, ratings: { ...content.ratings, [key]: rating } });
  };
  readonly change = (change: Partial<Pick<Content, 'verdict' | 'summary'>>): void =>
    this.#write({ ...this.#state.content, ...change });

  /** What the server has now, seen by a read of the page. Adopted when nothing is unsaved here, else the author chooses. */
  receive(scorecard: ServerScorecard): void {
    if (this.#flying !== null || scorecard.version <= this.#version) return;
    this.#meet(scorecard);
  }

  /** The author's own text goes over the other one, knowingly. */
  readonly keepMine = (): void => {
    this.#set({ conflict: null });
    void this.flush();
  };
  readonly useOther = (): void => {
    const { conflict } = this.#state;
    if (conflict === null) return;
    this.#base = conflict;
    this.#place.clear();
    this.#set({ content: conflict, conflict: null, status: 'saved', refused: null });
  };

  /** Sends what is unsaved. @returns true when the server has everything */
  readonly flush = async (): Promise<boolean> => {
    clearTimeout(this.#timer);
    while (this.#flying !== null) await this.#flying;
    if (!this.#isDirty()) return this.#state.conflict === null;
    if (this.#state.conflict !== null) return false;
    if (!isConnected()) {
      this.#set({ status: 'offline' });
      return false;
    }
    this.#flying = this.#send().finally(() => {
      this.#flying = null;
    });
    await this.#flying;
    return !this.#isDirty() && this.#state.conflict === null;
  };

  #isDirty = (): boolean => !sameContent(this.#state.content, this.#base);

  #set(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #write(content: Content): void {
    this.#set({ content });
    const kept = this.#keep();
    if (this.#state.conflict !== null) return;
    this.#set({ status: isConnected() ? 'saving' : kept ? 'offline' : 'failed' });
    this.#later(PAUSE);
  }
  #keep = (): boolean =>
    this.#place.write({ version: this.#version, content: this.#state.content, sent: this.#sent, reason: '' });
  #later(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), pause);
  }

  /** Puts back what this device kept; when the server has moved on meanwhile, the author chooses. */
  #restore(): void {
    const copy = this.#place.read();
    if (copy === null || sameContent(copy.content, this.#base)) return this.#place.clear();
    const arrived = copy.sent !== null && sameContent(copy.sent, this.#base); // the answer was lost, the save was not
    const conflict = copy.version === this.#version || arrived ? null : this.#base;
    this.#state = { ...this.#state, content: copy.content, status: conflict === null ? 'saving' : 'failed', conflict };
  }

  /** The server has another version than the one this was written on. */
  #meet(scorecard: ServerScorecard): void {
    const theirs = fromWire(scorecard.content);
    const untouched = !this.#isDirty();
    const ours = sameContent(theirs, this.#base) || (this.#sent !== null && sameContent(theirs, this.#sent));
    this.#version = scorecard.version;
    this.#base = theirs;
    this.#set({ savedAt: scorecard.savedAt ?? null });
    if (untouched || sameContent(theirs, this.#state.content)) this.#settle(untouched ? { content: theirs } : {});
    else if (ours) this.#later(0);
    else this.#set({ conflict: theirs, status: 'failed' });
    if (this.#isDirty()) this.#keep();
  }

  async #send(): Promise<void> {
    const content = this.#state.content;
    this.#sent = content;
    this.#keep();
    this.#set({ status: 'saving' });
    const outcome = await this.server.save(this.#version, content);
    if (outcome.ok) {
      this.#version = outcome.value.version;
      this.#base = content;
      this.#sent = null;
      this.#set({ savedAt: outcome.value.savedAt ?? null, refused: null });
      if (!this.#isDirty()) return this.#settle({});
      this.#keep();
      return this.#later(PAUSE);
    }
    const { kind, message } = outcome.problem;
    if (kind === 'offline') return this.#set({ status: 'offline' }); // sent again when the connection returns
    if (kind === 'StaleVersion') {
      const newest = await this.server.newest();
      if (newest !== null) return this.#meet(newest);
    }
    this.#set({ status: 'failed', refused: kind === 'failed' ? null : message });
    if (kind === 'failed' || kind === 'StaleVersion') this.#later(RETRY);
  }

  #settle(change: Partial<DraftState>): void {
    this.#sent = null;
    this.#place.clear();
    this.#set({ ...change, status: 'saved', conflict: null, refused: null });
  }
}
