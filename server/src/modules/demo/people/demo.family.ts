import type { Relation } from '#schema/codes/people/relation.codes.ts';
import type { Random } from '../demo.random.ts';
import { givenNameBy, surnameBy } from './demo.names.ts';
import { birthOf, type DemoPerson, type Numbers } from './demo.people.ts';

export interface Relative extends DemoPerson {
  readonly relation: Relation;
  readonly age: number;
}

type Shape = 'elderly' | 'parents' | 'threeGenerations' | 'alone' | 'singleParent';

const shapes: Readonly<Record<Shape, number>> = {
  elderly: 20,
  parents: 38,
  threeGenerations: 24,
  alone: 10,
  singleParent: 8,
};

interface Kin {
  relation: Relation;
  age: number;
  sex: 'MALE' | 'FEMALE';
  /** Married into the family, so with a surname of their own. */
  marriedIn?: boolean;
}

/** A household from the head down, with ages that fit together. */
export function makeFamily(random: Random, numbers: Numbers, surname: string, today: string): Relative[] {
  const taken = new Set<string>();
  const nameFor = ({ sex, age, marriedIn }: Kin): string => {
    for (;;) {
      const name = (marriedIn ? surnameBy(random) : surname) + givenNameBy(random, sex, age);
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
  return kinOf(random, random.weighted(shapes)).map((kin) => {
    const birthOn = birthOf(random, kin.age, today);
    return {
      relation: kin.relation,
      age: kin.age,
      sex: kin.sex,
      name: nameFor(kin),
      birthOn,
      residentId: numbers.residentId(birthOn, kin.sex),
    };
  });
}

const sexBy = (random: Random): 'MALE' | 'FEMALE' => (random.chance(0.52) ? 'MALE' : 'FEMALE');

function kinOf(random: Random, shape: Shape): Kin[] {
  switch (shape) {
    case 'elderly':
      return withSpouse(random, { relation: 'HEAD', age: random.int(64, 86), sex: 'MALE' }, 0.62);
    case 'alone':
      return [{ relation: 'HEAD', age: random.int(45, 84), sex: sexBy(random) }];
    case 'singleParent': {
      const head: Kin = { relation: 'HEAD', age: random.int(33, 50), sex: sexBy(random) };
      return [head, ...childrenOf(random, head.age, random.int(1, 2))];
    }
    case 'parents': {
      const head: Kin = { relation: 'HEAD', age: random.int(31, 54), sex: 'MALE' };
      const family = [
        ...withSpouse(random, head, 0.92),
        ...childrenOf(random, head.age, random.weighted({ 1: 3, 2: 5, 3: 2 })),
      ];
      if (random.chance(0.3)) family.push(parentOf(random, head.age));
      return family;
    }
    case 'threeGenerations':
      return threeGenerations(random);
  }
}

function withSpouse(random: Random, head: Kin, share: number): Kin[] {
  if (!random.chance(share)) return [head];
  const age = Math.max(22, head.age + random.int(-4, 2));
  return [head, { relation: 'SPOUSE', age, sex: head.sex === 'MALE' ? 'FEMALE' : 'MALE', marriedIn: true }];
}

function childrenOf(random: Random, parentAge: number, count: number | string): Kin[] {
  const eldest = Math.min(parentAge - random.int(22, 28), 26);
  const children: Kin[] = [];
  for (let age = eldest; children.length < Number(count) && age >= 0; age -= random.int(2, 5)) {
    const sex = sexBy(random);
    children.push({ relation: sex === 'MALE' ? 'SON' : 'DAUGHTER', age, sex });
  }
  return children;
}

function parentOf(random: Random, headAge: number): Kin {
  const isMother = random.chance(0.65);
  return {
    relation: isMother ? 'MOTHER' : 'FATHER',
    age: Math.min(headAge + random.int(22, 29), 92),
    sex: isMother ? 'FEMALE' : 'MALE',
    marriedIn: isMother,
  };
}

function threeGenerations(random: Random): Kin[] {
  const head: Kin = { relation: 'HEAD', age: random.int(50, 66), sex: 'MALE' };
  const sonAge = head.age - random.int(22, 27);
  const family = withSpouse(random, head, 0.85);
  family.push({ relation: 'SON', age: sonAge, sex: 'MALE' });
  if (sonAge >= 24 && random.chance(0.8)) {
    const age = Math.max(22, sonAge + random.int(-3, 2));
    family.push({ relation: 'DAUGHTER_IN_LAW', age, sex: 'FEMALE', marriedIn: true });
    for (const child of childrenOf(random, sonAge, random.int(0, 2))) {
      family.push({ ...child, relation: child.sex === 'MALE' ? 'GRANDSON' : 'GRANDDAUGHTER' });
    }
  }
  return family;
}
