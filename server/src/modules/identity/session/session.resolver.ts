import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { changePassword, resetPassword } from '#modules/identity/account/account.service.ts';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import {
  ChangePasswordInput,
  DonePayload,
  LoginInput,
  LoginPayload,
  Me,
  ResetPasswordInput,
  ResetPasswordPayload,
} from '#schema/identity/session.type.ts';
import { me } from './me.service.ts';
import { login, logout } from './session.service.ts';

@Resolver()
export class SessionResolver {
  @Allow('ownAccount')
  @Query(() => Me, { description: 'Who asks, and what that person holds today.' })
  me(@Ctx() ctx: Context) {
    return me(ctx);
  }

  @Allow('public')
  // Nullable, so that each of several in one document is attempted, answered and counted separately.
  @Mutation(() => LoginPayload, {
    nullable: true,
    description:
      'Signs in and sets the session cookie; null with an error where it is refused. Ten failures within 15 minutes lock account and address for 15 minutes.',
  })
  login(@Ctx() ctx: Context, @Arg('input', () => LoginInput) input: LoginInput) {
    return login(ctx, input);
  }

  @Allow('ownAccount')
  @Mutation(() => DonePayload, { description: 'Ends the session.' })
  logout(@Ctx() ctx: Context) {
    return logout(ctx);
  }

  @Allow('ownAccount')
  @Mutation(() => DonePayload, {
    description: "Changes one's own password and ends all other sessions. Not for tokens.",
  })
  changePassword(@Ctx() ctx: Context, @Arg('input', () => ChangePasswordInput) input: ChangePasswordInput) {
    return changePassword(ctx, input);
  }

  @Allow('public')
  @Mutation(() => ResetPasswordPayload, {
    description: 'Sets a new password by a reset link, once, and ends all sessions of that person.',
  })
  resetPassword(@Ctx() ctx: Context, @Arg('input', () => ResetPasswordInput) input: ResetPasswordInput) {
    return resetPassword(ctx, input);
  }
}
