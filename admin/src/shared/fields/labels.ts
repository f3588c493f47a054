/** Key of the label of a field, for screens, filters and forms alike. */
export const fieldLabel = (resource: string, field: string): string =>
  `resources.${resource}.fields.${field}`;
