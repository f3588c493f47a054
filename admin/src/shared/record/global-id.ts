/** The code of the county in the id of one of its records, such as `Household:130434:0192f0c1-…`. */
export const countyOfId = (id: string | undefined): string | undefined => id?.split(':')[1];

/** The id of another record of the same county. */
export const idInCountyOf = (other: string | undefined, type: string, id: string): string =>
  `${type}:${countyOfId(other) ?? ''}:${id}`;
