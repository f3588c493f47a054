import { type Names, toWrite } from './names.ts';

export const moduleFile = ({ kebab, camel, pascal }: Names): string => `\
import { defineModule } from '#platform/module/module.ts';
import { ${camel}Entity } from './${kebab}.entity.ts';
import { ${pascal}Resolver } from './${kebab}.resolver.ts';

export const ${camel}Module = defineModule({
  name: '${kebab}',
  entities: [${camel}Entity],
  resolvers: [${pascal}Resolver],
});
`;

export const entityFile = ({ kebab, camel, pascal, plurals }: Names): string => `\
import { householdEntity } from '#modules/household/household.entity.ts';
import { ofHouseholdScope } from '#modules/household/household.policy.ts';
import { ofHouseholdFilters } from '#modules/household/of-household.entity.ts';
import { partOfHousehold } from '#platform/feed/place.ts';
import { codeFilters } from '#platform/read/code-filters.ts';
import { by, defineEntity, one } from '#platform/read/entity.ts';
import { ${camel} } from '#schema/${kebab}/${kebab}.table.ts';
import { ${pascal} } from '#schema/${kebab}/${kebab}.type.ts';

export const ${camel}Entity = defineEntity({
  type: ${pascal},
  table: ${camel},
  feed: {},
  place: partOfHousehold(),
  plural: '${kebab.replaceAll('-', ' ')} records',
  right: 'household.read',
  scope: ofHouseholdScope,
  query: { list: '${plurals}' },
  defaultSort: [{ field: 'CREATED_AT', direction: 'DESC' }],
  sorts: { CREATED_AT: { description: 'By the making of the record.', sql: by('createdAt') } },
  filters: { ...codeFilters(${camel}), ...ofHouseholdFilters },
  relations: {
    household: one(() => householdEntity, { countyCode: 'countyCode', householdId: 'id' }, 'The household.', {
      nullable: false,
    }),
  },
});
`;

export const serviceFile = ({ kebab, camel, pascal }: Names): string => `\
import { householdEntity } from '#modules/household/household.entity.ts';
import { lockActive } from '#modules/household/household.service.ts';
import type { Context } from '#platform/core/context.ts';
import { newId } from '#platform/core/ids.ts';
import { tidy } from '#platform/core/tidy.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { insert } from '#platform/write/write.ts';
import type { Create${pascal}Input } from '#schema/${kebab}/${kebab}.type.ts';
import { ${camel}Entity } from './${kebab}.entity.ts';

export async function create${pascal}(ctx: Context, input: Create${pascal}Input) {
  const countyCode = countyOf(householdEntity, input.householdId, 'input.householdId');
  return command(ctx, 'create${pascal}', countyCode, input, async (work) => {
    const household = await lockActive(work, input.householdId);
    const { clientMutationId: _, householdId: __, ...fields } = input;
    const place = { countyCode, householdId: household.id, villageCode: household.villageCode };
    const row = { ...place, ...tidy(fields), id: newId(), createdAt: ctx.clock.now().toISOString() };
    const made = await insert(work, ${camel}Entity, row, { action: 'create${pascal}' });
    return { ${camel}: [countyCode, made.id] };
  });
}
`;

export const resolverFile = ({ kebab, camel, pascal }: Names): string => `\
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import { Create${pascal}Input } from '#schema/${kebab}/${kebab}.type.ts';
import { ${camel}Entity } from './${kebab}.entity.ts';
import { create${pascal} } from './${kebab}.service.ts';

const Create${pascal}Payload = definePayload('Create${pascal}', 'What \`create${pascal}\` made.', {
  ${camel}: { entity: ${camel}Entity, description: 'The record as it is now.' },
});

@Resolver()
export class ${pascal}Resolver {
  @Allow('household.write')
  @Mutation(() => Create${pascal}Payload, { description: '${toWrite}' })
  create${pascal}(
    @Ctx() ctx: Context,
    @Arg('input', () => Create${pascal}Input, { description: 'The record.' }) input: Create${pascal}Input,
  ) {
    return create${pascal}(ctx, input);
  }
}
`;
