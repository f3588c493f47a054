import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import { CreateWebhookInput, RedeliverInput, WebhookInput } from '#schema/webhook/webhook.type.ts';
import { deliveryEntity, webhookEntity } from './webhook.entity.ts';
import {
  createWebhook,
  pauseWebhook,
  redeliverWebhook,
  removeWebhook,
  resumeWebhook,
  rotateWebhookSecret,
  testWebhook,
} from './webhook.service.ts';

const webhook = { entity: webhookEntity, description: 'The webhook as it is now.' };
const delivery = { entity: deliveryEntity, description: 'The message; it is sent within moments.' };
const CreateWebhookPayload = definePayload('CreateWebhook', 'What `createWebhook` made.', { webhook });
const RotateWebhookSecretPayload = definePayload('RotateWebhookSecret', 'What `rotateWebhookSecret` left.', {
  webhook,
});
for (const payload of [CreateWebhookPayload, RotateWebhookSecretPayload]) {
  Field(() => String, {
    nullable: true,
    description: 'The secret that signs its messages; shown this once, null in a repeated answer.',
  })(payload.prototype, 'secret');
}
const PauseWebhookPayload = definePayload('PauseWebhook', 'What `pauseWebhook` left.', { webhook });
const ResumeWebhookPayload = definePayload('ResumeWebhook', 'What `resumeWebhook` left.', { webhook });
const TestWebhookPayload = definePayload('TestWebhook', 'What `testWebhook` sends.', { delivery });
const RedeliverWebhookPayload = definePayload('RedeliverWebhook', 'What `redeliverWebhook` sends.', {
  delivery,
});

@ObjectType({ description: 'What `removeWebhook` took away.' })
class RemoveWebhookPayload {
  @Field(() => String, { nullable: true, description: 'The same as in the input.' })
  clientMutationId!: string | null;
  @Field(() => ID, { description: 'Global id it had.' })
  id!: string;
}

@Resolver()
export class WebhookResolver {
  @Allow('webhook.write')
  @Mutation(() => CreateWebhookPayload, {
    description:
      'Registers an address to which changes are sent from now on: signed messages with ids and kinds, in order, tried again when they fail. It gets no more than its maker may see.',
  })
  createWebhook(@Ctx() ctx: Context, @Arg('input', () => CreateWebhookInput) input: CreateWebhookInput) {
    return createWebhook(ctx, input);
  }

  @Allow('webhook.write')
  @Mutation(() => PauseWebhookPayload, { description: 'Sends nothing until it is resumed.' })
  pauseWebhook(@Ctx() ctx: Context, @Arg('input', () => WebhookInput) input: WebhookInput) {
    return pauseWebhook(ctx, input);
  }

  @Allow('webhook.write')
  @Mutation(() => ResumeWebhookPayload, { description: 'Goes on where it stopped, at once.' })
  resumeWebhook(@Ctx() ctx: Context, @Arg('input', () => WebhookInput) input: WebhookInput) {
    return resumeWebhook(ctx, input);
  }

  @Allow('webhook.write')
  @Mutation(() => RotateWebhookSecretPayload, {
    description: 'Makes a new secret; for two days messages carry a signature by either.',
  })
  rotateWebhookSecret(@Ctx() ctx: Context, @Arg('input', () => WebhookInput) input: WebhookInput) {
    return rotateWebhookSecret(ctx, input);
  }

  @Allow('webhook.write')
  @Mutation(() => RemoveWebhookPayload, {
    description: 'Takes a webhook away, with the log of its messages.',
  })
  removeWebhook(@Ctx() ctx: Context, @Arg('input', () => WebhookInput) input: WebhookInput) {
    return removeWebhook(ctx, input);
  }

  @Allow('webhook.write')
  @Mutation(() => TestWebhookPayload, { description: 'Sends a message of type `test`, once.' })
  testWebhook(@Ctx() ctx: Context, @Arg('input', () => WebhookInput) input: WebhookInput) {
    return testWebhook(ctx, input);
  }

  @Allow('webhook.write')
  @Mutation(() => RedeliverWebhookPayload, {
    description: 'Sends a message once more, as it was and under the same id.',
  })
  redeliverWebhook(@Ctx() ctx: Context, @Arg('input', () => RedeliverInput) input: RedeliverInput) {
    return redeliverWebhook(ctx, input);
  }
}
