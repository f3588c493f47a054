import { withoutBlanks } from '../text.ts';

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^(010|02\d|0[3-9]\d{2})-?(\d{7,8})(?:-(\d{1,6}))?$/;
/** The hotline of the programme; households without a phone are sometimes listed with it. */
export const hotline = '12317';

/**
 * One spelling for one number: 13800006650, 0310-3512345, 0310-3512345-12, 12317; null if it is none of
 * these. Understands full-width digits, blanks and unseen marks, dashes, brackets and the
 * country code.
 */
export function normalisePhone(text: string): string | null {
  const plain = withoutBlanks(text)
    .replace(/['’]+/g, '')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/^(?:\+|00)?86-?(?=[01]\d{9})/, '')
    .replace(/^\((0\d{2,3})\)-?/, '$1-');
  const digits = plain.replace(/-/g, '');
  if (MOBILE.test(digits) || digits === hotline) return digits;
  const landline = LANDLINE.exec(plain);
  if (landline === null) return null;
  const [, area, number, extension] = landline;
  return extension === undefined ? `${area}-${number}` : `${area}-${number}-${extension}`;
}

export function isPhone(text: string): boolean {
  return normalisePhone(text) !== null;
}
