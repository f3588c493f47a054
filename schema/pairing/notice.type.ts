import { Field, ObjectType } from 'type-graphql';

/** A code with its texts, where an answer carries a refusal or a warning as data. */
@ObjectType({ description: 'A warning, or the refusal of one item of many, in both languages.' })
export class Notice {
  @Field(() => String, { description: 'One of the error codes, such as `LOAD_LIMIT_EXCEEDED`.' })
  code!: string;
  @Field(() => String, { description: 'What it says in Chinese.' })
  zh!: string;
  @Field(() => String, { description: 'What it says in English.' })
  en!: string;
}
