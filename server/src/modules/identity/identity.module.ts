import { defineModule } from '#platform/module/module.ts';
import { constraintMeans } from '#platform/write/refusals.ts';
import { SecondFactorResolver } from './second-factor/second-factor.resolver.ts';
import { SessionResolver } from './session/session.resolver.ts';
import { addOAuthRoutes } from './token/oauth.http.ts';
import { TokenResolver } from './token/token.resolver.ts';
import { tokenUsageEntity, tokenUsageExtensions } from './token/token-usage.entity.ts';
import { saveUsageRegularly } from './token/usage.service.ts';
import { ManagedUserResolver } from './user/managed.resolver.ts';
import { grantEntity, tokenEntity, userEntity } from './user/user.entity.ts';
import { UserResolver } from './user/user.resolver.ts';

export const identityModule = defineModule({
  name: 'identity',
  entities: [grantEntity, userEntity, tokenEntity, tokenUsageEntity],
  extensions: tokenUsageExtensions,
  resolvers: [SessionResolver, SecondFactorResolver, ManagedUserResolver, UserResolver, TokenResolver],
  constraints: {
    app_user_username: constraintMeans('USERNAME_TAKEN', 'input.username'),
    app_user_skeleton: constraintMeans('USERNAME_ALIKE', 'input.username'),
    cadre_user: constraintMeans('ALREADY_EXISTS', 'input.cadreId'),
  },
  routes: addOAuthRoutes,
  background: saveUsageRegularly,
});
