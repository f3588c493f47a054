import { registerEnumType } from 'type-graphql';
import { allCodes } from './codes/all-codes.ts';

/** Makes every coded list an enum of the API: values are the keys, descriptions carry both languages. */
export function registerCodes(): void {
  for (const list of allCodes) {
    registerEnumType(list.enum as Record<string, string>, {
      name: list.name,
      description: list.description,
      valuesConfig: list.valuesConfig,
    });
  }
}
