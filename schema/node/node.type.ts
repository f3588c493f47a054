import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({
  description: 'Anything that has an id of its own and can be asked for by it.',
  resolveType: (row: { __typename: string }) => row.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque global id, the same for ever.' })
  id!: string;
}
