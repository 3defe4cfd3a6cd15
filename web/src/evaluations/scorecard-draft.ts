/** Why this file exists: keeps what an interviewer writes safe: on the device at once, on the server soon, one save at a time, never over somebody else's change. */
import { onSessionEnd } from '../app/client.js';
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
export type SaveStatus = 'saved' | 'saving' | 'offline' | 'signed-out' | 'failed';

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
  readonly send: (version: number, content: Content) => Promise<CommandOutcome<ServerScorecard>>;
  readonly newest: () => Promise<ServerScorecard | null>;
}

const PAUSE = 700;
const RETRY = 5_000;

export class ScorecardDraft {
  #state: DraftState;
  #version: number;
  /** The version that the content here was written on; behind `#version` while the author has to choose. */
  #writtenOn: number;
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
    this.#writtenOn = scorecard.version;
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
    const hide = (): void => {
      if (document.visibilityState === 'hidden') void this.flush();
    };
    const back = onConnectionChange(() => {
      if (isConnected()) void this.flush();
    });
    const ended = onSessionEnd(() => {
      if (this.#isDirty()) this.#set({ status: 'signed-out' });
    });
    document.addEventListener('visibilitychange', hide);
    if (this.#isDirty()) this.#later(PAUSE);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      back();
      ended();
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

  /** Asks the server what it has now. */
  async refresh(): Promise<void> {
    const newest = await this.server.newest();
    if (newest !== null) this.receive(newest);
  }

  /** The author's own text goes over the other one, knowingly. */
  readonly keepMine = (): void => {
    this.#writtenOn = this.#version;
    this.#set({ conflict: null });
    this.#keep();
    void this.flush();
  };
  readonly useOther = (): void => {
    const { conflict } = this.#state;
    if (conflict === null) return;
    this.#base = conflict;
    this.#writtenOn = this.#version;
    this.#place.clear();
    this.#set({ content: conflict, conflict: null, status: 'saved', refused: null });
  };

  /** Sends what is unsaved. @returns true when the server has everything */
  readonly flush = async (): Promise<boolean> => {
    clearTimeout(this.#timer);
    while (this.#flying !== null) await this.#flying;
    if (this.#isHeld()) return false;
    if (!this.#isDirty()) {
      if (this.#state.status !== 'saved') this.#settle({});
      return true;
    }
    if (!isConnected()) {
      this.#set({ status: 'offline' });
      return false;
    }
    this.#flying = this.#send().finally(() => {
      this.#flying = null;
    });
    await this.#flying;
    return !this.#isDirty() && !this.#isHeld();
  };

  /** Nothing is sent while the author has to choose. */
  #isHeld = (): boolean => this.#state.conflict !== null;
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
    this.#place.write({ version: this.#writtenOn, content: this.#state.content, sent: this.#sent, reason: '' });
  #later(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), pause);
  }

  /** Puts back what this device kept; when the server has moved on meanwhile, the author chooses. */
  #restore(): void {
    const copy = this.#place.read();
    if (copy === null || sameContent(copy.content, this.#base)) {
      this.#place.clear();
      return;
    }
    const arrived = copy.sent !== null && sameContent(copy.sent, this.#base); // the answer was lost, the save was not
    const conflict = copy.version === this.#version || arrived ? null : this.#base;
    if (conflict !== null) this.#writtenOn = copy.version;
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
    if (this.#isHeld() && !sameContent(theirs, this.#state.content)) this.#set({ conflict: theirs });
    else if (untouched || sameContent(theirs, this.#state.content)) this.#settle(untouched ? { content: theirs } : {});
    else if (ours) this.#resend();
    else this.#set({ conflict: theirs, status: 'failed' });
  }

  /** The server's newest text is one of our own, whose answer was lost. */
  #resend(): void {
    this.#writtenOn = this.#version;
    this.#keep();
    this.#later(0);
  }

  async #send(): Promise<void> {
    const content = this.#state.content;
    this.#sent = content;
    this.#keep();
    this.#set({ status: 'saving' });
    const outcome = await this.server.send(this.#version, content);
    if (outcome.ok) {
      this.#version = outcome.value.version;
      this.#writtenOn = outcome.value.version;
      this.#base = content;
      this.#sent = null;
      this.#set({ savedAt: outcome.value.savedAt ?? null, refused: null });
      if (!this.#isDirty()) {
        this.#settle({});
        return;
      }
      this.#keep();
      this.#later(PAUSE);
      return;
    }
    const { kind, message } = outcome.problem;
    if (kind === 'offline') {
      this.#set({ status: 'offline' });
      return;
    } // sent again when the connection returns
    if (kind === 'StaleVersion') {
      const newest = await this.server.newest();
      if (newest !== null) {
        this.#meet(newest);
        return;
      }
    }
    this.#set({ status: 'failed', refused: kind === 'failed' ? null : message });
    if (kind === 'failed' || kind === 'StaleVersion') this.#later(RETRY);
  }

  #settle(change: Partial<DraftState>): void {
    this.#sent = null;
    this.#writtenOn = this.#version;
    this.#place.clear();
    this.#set({ ...change, status: 'saved', conflict: null, refused: null });
  }
}
