import { addDays } from '#platform/core/clock.ts';
import type { Sex } from '#schema/codes/people/person.codes.ts';
import { ageOn, residentIdCheckCharacter } from '#schema/person/resident-id.ts';
import type { Random } from '../demo.random.ts';

export interface DemoPerson {
  readonly name: string;
  readonly sex: Sex;
  readonly birthOn: string;
  readonly residentId: string;
}

/** Identity and phone numbers that belong to nobody, each given out once. */
export interface Numbers {
  residentId(birthOn: string, sex: Sex): string;
  phone(): string;
}

/** County code 130499 was never assigned, nor were phone numbers beginning with 138000. */
export function createNumbers(random: Random): Numbers {
  const given = new Set<string>();
  const once = (draw: () => string): string => {
    for (;;) {
      const number = draw();
      if (given.has(number)) continue;
      given.add(number);
      return number;
    }
  };
  return {
    residentId: (birthOn, sex) =>
      once(() => {
        // An odd serial number means male.
        const serial = random.int(0, 499) * 2 + (sex === 'MALE' ? 1 : 0);
        const first17 = `130499${birthOn.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
        return first17 + residentIdCheckCharacter(first17);
      }),
    phone: () => once(() => `138000${random.int(10_000, 99_999)}`),
  };
}

/** A birth date for somebody who is that old today. */
export function birthOf(random: Random, age: number, today: string): string {
  const year = Number(today.slice(0, 4)) - age;
  const birthday = `${year}${today.slice(4)}`.replace('-02-29', '-02-28');
  const day = addDays(birthday, -random.int(0, 364));
  return ageOn(day, today) === age ? day : addDays(day, -1);
}
