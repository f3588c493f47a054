import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ChangeType } from '#schema/codes/change.codes.ts';
import {
  DeliveryFailure,
  DeliveryKind,
  DeliveryStatus,
  PauseReason,
  WebhookStatus,
} from '#schema/codes/webhook.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { Line, ListOf, MutationInput, Title } from '../checks.ts';
import { Instant } from '../scalars.ts';

@ObjectType({ implements: Node, description: 'An address of a program to which changes are sent.' })
export class Webhook extends Node {
  @Field(() => String, { description: 'What it is for.' })
  name!: string;
  @Field(() => String, { description: 'Where messages are sent.' })
  url!: string;
  @Field(() => [ChangeType.enum], {
    description: 'Types whose changes it gets; all where the list is empty.',
  })
  types!: ChangeType[];
  @Field(() => String, { description: 'Code of the division whose changes it gets.' })
  divisionCode!: string;
  @Field(() => WebhookStatus.enum, { description: 'Whether it sends.' })
  status!: WebhookStatus;
  @Field(() => PauseReason.enum, { nullable: true, description: 'Why it pauses.' })
  pauseReason!: PauseReason | null;
  @Field(() => Instant, { nullable: true, description: 'Since when every attempt has failed.' })
  failingSince!: string | null;
  @Field(() => Instant, { nullable: true, description: 'When the next attempt is made after a failure.' })
  nextTryAt!: string | null;
  @Field(() => Instant, { nullable: true, description: 'Until when the former secret signs as well.' })
  formerSecretUntil!: string | null;
  @Field(() => Instant, { description: 'When it was made.' })
  createdAt!: string;
}

@ObjectType({ implements: Node, description: 'A message to a webhook and what became of it.' })
export class WebhookDelivery extends Node {
  @Field(() => DeliveryKind.enum, { description: 'Kind of the message.' })
  kind!: DeliveryKind;
  @Field(() => String, { description: 'The message, to the letter: ids and kinds, no personal data.' })
  body!: string;
  @Field(() => Int, { description: 'How many changes it tells of.' })
  changeCount!: number;
  @Field(() => DeliveryStatus.enum, { description: 'What became of it.' })
  status!: DeliveryStatus;
  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;
  @Field(() => Int, { nullable: true, description: 'HTTP status of the last answer.' })
  responseCode!: number | null;
  @Field(() => DeliveryFailure.enum, { nullable: true, description: 'Why the last attempt failed.' })
  failure!: DeliveryFailure | null;
  @Field(() => Int, { nullable: true, description: 'How long the last attempt took, in milliseconds.' })
  durationMs!: number | null;
  @Field(() => Instant, { nullable: true, description: 'When it was last tried.' })
  triedAt!: string | null;
  @Field(() => Instant, { nullable: true, description: 'When it is tried again.' })
  nextTryAt!: string | null;
  @Field(() => Instant, { description: 'When it was made.' })
  createdAt!: string;
}

@InputType({ description: 'A new webhook.' })
export class CreateWebhookInput extends MutationInput {
  @Field(() => String, { description: 'What it is for.' })
  @Title(50)
  name!: string;
  @Field(() => String, { description: 'Address that begins with https://; not in a private network.' })
  @Line(500)
  url!: string;
  @Field(() => String, { description: 'Code of the division whose changes it shall get.' })
  @Line(12)
  divisionCode!: string;
  @Field(() => [ChangeType.enum], {
    nullable: true,
    description: 'Types whose changes it shall get; all where absent.',
  })
  @ListOf(50)
  types?: ChangeType[] | null;
}

@InputType({ description: 'One webhook.' })
export class WebhookInput extends MutationInput {
  @Field(() => ID, { description: 'The webhook.' })
  webhookId!: string;
}

@InputType({ description: 'One message.' })
export class RedeliverInput extends MutationInput {
  @Field(() => ID, { description: 'The message.' })
  deliveryId!: string;
}
