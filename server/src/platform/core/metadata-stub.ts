/**
 * type-graphql insists on Reflect.getMetadata, although each of our decorators states its type by a
 * function and so no metadata exist to get. To be imported before the first decorated class.
 */
const reflect = Reflect as typeof Reflect & { getMetadata?: (key: unknown, target: unknown) => undefined };

reflect.getMetadata ??= () => undefined;

export {};
