import { residentIdCheckCharacter } from '#schema/person/resident-id.ts';

/** There are three digits for those born on one day. */
const most = 999;
let made = 0;

/**
 * A sound resident id that belongs to nobody (county 130499 was never given out), a new one each time. Files that run one
 * after the other share the counter, so it begins anew: none of them needs so many.
 */
export function residentId(birth = '19700101'): string {
  made = (made % most) + 1;
  const first17 = `130499${birth}${String(made).padStart(3, '0')}`;
  return first17 + residentIdCheckCharacter(first17);
}
