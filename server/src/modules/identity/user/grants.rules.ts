interface Span {
  readonly role: string;
  readonly divisionCode: string | null;
  readonly fromOn: string;
  readonly toOn: string | null;
}

/** Whether two grants of the same role and division share a day. */
export const overlaps = (one: Span, other: Span): boolean =>
  one.role === other.role &&
  one.divisionCode === other.divisionCode &&
  one.fromOn <= (other.toOn ?? '9999') &&
  other.fromOn <= (one.toOn ?? '9999');
