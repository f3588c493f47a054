/**
 * type-graphql insists on Reflect.getMetadata, although each of our decorators states its type by a function and so no
 * metadata exist to get. The one file that is imported for its effect: each program imports it first, before any class
 * with decorators is loaded.
 */
const reflect = Reflect as typeof Reflect & { getMetadata?: (key: unknown, target: unknown) => undefined };

reflect.getMetadata ??= () => undefined;

export {};
