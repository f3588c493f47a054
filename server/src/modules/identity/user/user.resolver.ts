import { Arg, Ctx, Field, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import {
  AddGrantInput,
  CreateUserInput,
  DisableUserInput,
  EnableUserInput,
  LinkCadreInput,
  RevokeGrantInput,
  StartPasswordResetInput,
  UpdateUserInput,
} from '#schema/identity/user.type.ts';
import { Instant } from '#schema/scalars.ts';
import { linkCadre } from './cadre-link.service.ts';
import { addGrant, revokeGrant } from './grants.service.ts';
import { createUser, startPasswordReset } from './new-user.service.ts';
import { userEntity } from './user.entity.ts';
import { disableUser, enableUser, updateUser } from './user.service.ts';

const payload = (name: string, description: string) =>
  definePayload(name, description, {
    user: { entity: userEntity, description: 'The account as it is now.' },
  });

/** The same with a link by which the owner chooses a password. */
function linkPayload(name: string, description: string) {
  const type = payload(name, description);
  Field(() => String, {
    nullable: true,
    description:
      'What the reset link carries, for handing over to the owner; shown this once, null in a repeated answer.',
  })(type.prototype, 'resetToken');
  Field(() => Instant, { nullable: true, description: 'When the link ends.' })(type.prototype, 'expiresAt');
  return type;
}

const CreateUserPayload = linkPayload('CreateUser', 'What `createUser` made.');
const StartPasswordResetPayload = linkPayload('StartPasswordReset', 'What `startPasswordReset` made.');
const UpdateUserPayload = payload('UpdateUser', 'What `updateUser` left.');
const DisableUserPayload = payload('DisableUser', 'What `disableUser` left.');
const EnableUserPayload = payload('EnableUser', 'What `enableUser` left.');
const AddGrantPayload = payload('AddGrant', 'What `addGrant` left.');
const RevokeGrantPayload = payload('RevokeGrant', 'What `revokeGrant` left.');
const LinkCadrePayload = payload('LinkCadre', 'What `linkCadre` left.');

@Resolver()
export class UserResolver {
  @Allow('user.write')
  @Mutation(() => CreateUserPayload, {
    description: 'Makes an account without a password; its owner chooses one by the reset link.',
  })
  createUser(@Ctx() ctx: Context, @Arg('input', () => CreateUserInput) input: CreateUserInput) {
    return createUser(ctx, input);
  }

  @Allow('user.write')
  @Mutation(() => UpdateUserPayload, {
    description: 'Changes the name of an account, or who looks after it.',
  })
  updateUser(@Ctx() ctx: Context, @Arg('input', () => UpdateUserInput) input: UpdateUserInput) {
    return updateUser(ctx, input);
  }

  @Allow('user.write')
  @Mutation(() => DisableUserPayload, {
    description: 'Closes an account: its sessions end, its tokens open nothing.',
  })
  disableUser(@Ctx() ctx: Context, @Arg('input', () => DisableUserInput) input: DisableUserInput) {
    return disableUser(ctx, input);
  }

  @Allow('user.write')
  @Mutation(() => EnableUserPayload, { description: 'Opens a closed account again.' })
  enableUser(@Ctx() ctx: Context, @Arg('input', () => EnableUserInput) input: EnableUserInput) {
    return enableUser(ctx, input);
  }

  @Allow('user.write')
  @Mutation(() => StartPasswordResetPayload, {
    description: 'Makes a link, good for 24 hours and once, by which the owner chooses a new password.',
  })
  startPasswordReset(
    @Ctx() ctx: Context,
    @Arg('input', () => StartPasswordResetInput) input: StartPasswordResetInput,
  ) {
    return startPasswordReset(ctx, input);
  }

  @Allow('user.write')
  @Mutation(() => AddGrantPayload, { description: 'Gives a role, at most what the giver holds there.' })
  addGrant(@Ctx() ctx: Context, @Arg('input', () => AddGrantInput) input: AddGrantInput) {
    return addGrant(ctx, input);
  }

  @Allow('user.write')
  @Mutation(() => RevokeGrantPayload, { description: 'Withdraws a grant, from the next request on.' })
  revokeGrant(@Ctx() ctx: Context, @Arg('input', () => RevokeGrantInput) input: RevokeGrantInput) {
    return revokeGrant(ctx, input);
  }

  @Allow('user.write')
  @Mutation(() => LinkCadrePayload, { description: 'Says which cadre record is which account.' })
  linkCadre(@Ctx() ctx: Context, @Arg('input', () => LinkCadreInput) input: LinkCadreInput) {
    return linkCadre(ctx, input);
  }
}
