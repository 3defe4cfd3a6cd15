/** Why this file exists: the face of live notices. */
export { EventsController, EventSettings } from './events.controller.js';
export { noticeTable } from './notice.table.js';
export {
  announce,
  forgetOldNotices,
  registerNotices,
  type Notice,
  type NoticeKind,
  type NoticeSource,
  type NoticeSubject,
} from './notices.js';
export { MOST_OF_MEMBER, setSeatSource, Windows, type Seat } from './windows.js';
