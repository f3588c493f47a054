import { Arg, Ctx, Field, Mutation, Resolver } from 'type-graphql';
import { tokenEntity } from '#modules/identity/user/user.entity.ts';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import { CreateTokenInput, RevokeTokenInput } from '#schema/identity/token.type.ts';
import { createToken, revokeToken } from './token.service.ts';

const token = { entity: tokenEntity, description: 'The token as it is now.' };
const CreateTokenPayload = definePayload('CreateToken', 'What `createToken` made.', { token });
Field(() => String, {
  nullable: true,
  description: 'The token itself, for `Authorization: Bearer …`; shown this once, null in a repeated answer.',
})(CreateTokenPayload.prototype, 'secret');
const RevokeTokenPayload = definePayload('RevokeToken', 'What `revokeToken` left.', { token });

@Resolver()
export class TokenResolver {
  @Allow('token.write')
  @Mutation(() => CreateTokenPayload, {
    description:
      'Makes a token for a program: rights that the maker holds, in a division, for a year at most.',
  })
  createToken(@Ctx() ctx: Context, @Arg('input', () => CreateTokenInput) input: CreateTokenInput) {
    return createToken(ctx, input);
  }

  @Allow('token.write')
  @Mutation(() => RevokeTokenPayload, { description: 'Revokes a token, from the next request on.' })
  revokeToken(@Ctx() ctx: Context, @Arg('input', () => RevokeTokenInput) input: RevokeTokenInput) {
    return revokeToken(ctx, input);
  }
}
