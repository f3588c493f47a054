/** Message key of a field's label, for screens, filters and forms alike. */
export const fieldLabel = (resource: string, field: string): string =>
  `resources.${resource}.fields.${field}`;
