import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import { CreateOrganizationInput, UpdateOrganizationInput } from '#schema/organization/organization.type.ts';
import { organizationEntity } from './organization.entity.ts';
import { createOrganization, updateOrganization } from './organization.service.ts';

const organization = { entity: organizationEntity, description: 'The organization as it is now.' };
const CreateOrganizationPayload = definePayload('CreateOrganization', 'What `createOrganization` made.', {
  organization,
});
const UpdateOrganizationPayload = definePayload('UpdateOrganization', 'What `updateOrganization` left.', {
  organization,
});

@Resolver()
export class OrganizationResolver {
  @Allow('organization.write')
  @Mutation(() => CreateOrganizationPayload, {
    description: 'Puts an organization into the directory of a county.',
  })
  createOrganization(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateOrganizationInput, { description: 'The organization.' })
    input: CreateOrganizationInput,
  ) {
    return createOrganization(ctx, input);
  }

  @Allow('organization.write')
  @Mutation(() => UpdateOrganizationPayload, { description: 'Changes an organization.' })
  updateOrganization(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateOrganizationInput, { description: 'What to change.' })
    input: UpdateOrganizationInput,
  ) {
    return updateOrganization(ctx, input);
  }
}
