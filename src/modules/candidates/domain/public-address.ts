/** Why this file exists: what a visitor holds in hand (the address of an advert, the token of a status link) is bytes of fixed length, written one way only. */

/** Bytes of an organisation's id at the head of either. */
const ORGANISATION_BYTES = 16;

export interface Held {
  readonly organisation: Uint8Array;
  /** The id of the requisition, or the secret of the link. */
  readonly body: Uint8Array;
  /** Shows that this installation made it. */
  readonly mark: Uint8Array;
}

/** How long body and mark are, bytes. Together with the organisation they fill groups of three, so that no character is half used. */
export interface HeldForm {
  readonly bodyBytes: number;
  readonly markBytes: number;
}
export const ADVERT_FORM: HeldForm = { bodyBytes: 16, markBytes: 16 };
/** 160 bits of secret. */
export const STATUS_LINK_FORM: HeldForm = { bodyBytes: 20, markBytes: 12 };

/** Cuts the bytes in their parts; `null` when there are too few or too many. */
export function partsOf(bytes: Uint8Array, { bodyBytes, markBytes }: HeldForm): Held | null {
  if (bytes.length !== ORGANISATION_BYTES + bodyBytes + markBytes) return null;
  return {
    organisation: bytes.subarray(0, ORGANISATION_BYTES),
    body: bytes.subarray(ORGANISATION_BYTES, ORGANISATION_BYTES + bodyBytes),
    mark: bytes.subarray(ORGANISATION_BYTES + bodyBytes),
  };
}
