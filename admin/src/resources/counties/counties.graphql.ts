import type { ResultOf } from 'gql.tada';
import { graphql } from '../../api/graphql.ts';
import { listOf, oneOf, type ResourceDocuments, saveOf } from '../../providers/data/documents.ts';

const countyRow = graphql(`
  fragment CountyRow on County {
    id
    version
    countyCode
    maxLoad
    loadPolicy
    division {
      code
      name
      path
    }
    dutyRules {
      id
      version
      category
      frequency
      riskFrequency
      modes
      minDays
      deadlineDays
      fromOn
      toOn
    }
  }
`);

const countyList = graphql(
  `
    query CountyList($filter: CountyFilter, $orderBy: [CountyOrder!], $first: Int!, $offset: Int) {
      counties(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
        nodes {
          ...CountyRow
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount
      }
    }
  `,
  [countyRow],
);

const countyPage = graphql(
  `
    query CountyPage($id: ID!) {
      county(id: $id) {
        ...CountyRow
      }
    }
  `,
  [countyRow],
);

export type CountyPage = NonNullable<ResultOf<typeof countyPage>['county']>;

const updateCounty = graphql(
  `
    mutation UpdateCounty($input: UpdateCountyInput!) {
      updateCounty(input: $input) {
        county {
          ...CountyRow
        }
      }
    }
  `,
  [countyRow],
);

const setDutyRuleMutation = graphql(`
  mutation SetDutyRule($input: SetDutyRuleInput!) {
    setDutyRule(input: $input) {
      dutyRule {
        id
      }
    }
  }
`);

const endDutyRuleMutation = graphql(`
  mutation EndDutyRule($input: EndDutyRuleInput!) {
    endDutyRule(input: $input) {
      dutyRule {
        id
      }
    }
  }
`);

export const setDutyRule = saveOf(setDutyRuleMutation, (result) => result.setDutyRule);
export const endDutyRule = saveOf(endDutyRuleMutation, (result) => result.endDutyRule);

export const countyDocuments = {
  list: listOf(countyList, (result) => result.counties),
  one: oneOf(countyPage, (result) => result.county),
  update: saveOf(updateCounty, (result) => result.updateCounty.county),
  sortFields: { countyCode: 'CODE' },
} satisfies ResourceDocuments;
