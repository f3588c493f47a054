import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '#schema/node/node.type.ts';
import { Instant } from '../scalars.ts';

@ObjectType({
  implements: Node,
  description: 'A stored file, such as the photo of a visit; `GET /files/<id>` gives its content.',
})
export class Attachment extends Node {
  @Field(() => String, { description: 'Name of the file as it was uploaded.' })
  fileName!: string;
  @Field(() => String, { description: 'Media type, found from the content.' })
  mediaType!: string;
  @Field(() => Int, { description: 'Size in bytes.' })
  byteSize!: number;
  @Field(() => String, { description: 'SHA-256 of the content, in hexadecimal.' })
  sha256!: string;
  @Field(() => Instant, { description: 'When it was uploaded.' })
  uploadedAt!: string;
}
