import type { ResultOf, VariablesOf } from 'gql.tada';
import { graphql } from '../../api/graphql.ts';
import {
  type InputOf,
  listOf,
  manyOf,
  oneOf,
  type ResourceDocuments,
  saveOf,
} from '../../providers/data/documents.ts';

const policyRow = graphql(`
  fragment PolicyRow on ReliefPolicy {
    id
    version
    kind
    kindName
    name
    status
    fromOn
    toOn
    isSample
    mode
    base
    createdAt
    county {
      code
      name
      path
    }
    thresholds {
      category
      threshold
    }
  }
`);

const policyDetails = graphql(
  `
    fragment PolicyDetails on ReliefPolicy {
      ...PolicyRow
      countedAmount
      accumulation
      oncePerYear
      capPerClaim
      capPersonYear
      capHouseholdYear
      deductions
      documentsNeeded
      sourceDocument
      note
      createdBy
      proposedAt
      proposedBy
      decidedAt
      decidedBy
      decisionNote
      bands {
        fromAmount
        toAmount
        rateBps
        flatAmount
      }
      replaces {
        id
        name
        status
        fromOn
        toOn
      }
      replacedBy {
        id
        name
        status
        fromOn
        toOn
      }
    }
  `,
  [policyRow],
);

const policyList = graphql(
  `
    query PolicyList($filter: ReliefPolicyFilter, $orderBy: [ReliefPolicyOrder!], $first: Int!, $offset: Int) {
      reliefPolicies(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
        nodes {
          ...PolicyRow
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount
      }
    }
  `,
  [policyRow],
);

const policiesById = graphql(
  `
    query PoliciesById($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
        ... on ReliefPolicy {
          ...PolicyRow
        }
      }
    }
  `,
  [policyRow],
);

const policyPage = graphql(
  `
    query PolicyPage($id: ID!) {
      reliefPolicy(id: $id) {
        ...PolicyDetails
      }
    }
  `,
  [policyDetails],
);

const draftPolicyMutation = graphql(
  `
    mutation DraftPolicy($input: DraftPolicyInput!) {
      draftPolicy(input: $input) {
        reliefPolicy {
          ...PolicyDetails
        }
      }
    }
  `,
  [policyDetails],
);

const updatePolicyMutation = graphql(
  `
    mutation UpdatePolicy($input: UpdatePolicyInput!) {
      updatePolicy(input: $input) {
        reliefPolicy {
          ...PolicyDetails
        }
      }
    }
  `,
  [policyDetails],
);

const proposePolicyMutation = graphql(`
  mutation ProposePolicy($input: ProposePolicyInput!) {
    proposePolicy(input: $input) {
      reliefPolicy {
        id
        version
        status
      }
    }
  }
`);

const decidePolicyMutation = graphql(`
  mutation DecidePolicy($input: DecidePolicyInput!) {
    decidePolicy(input: $input) {
      reliefPolicy {
        id
        version
        status
      }
    }
  }
`);

const endPolicyMutation = graphql(`
  mutation EndPolicy($input: EndPolicyInput!) {
    endPolicy(input: $input) {
      reliefPolicy {
        id
        version
        toOn
      }
    }
  }
`);

export const previewPolicy = graphql(`
  query PreviewPolicy($input: PreviewPolicyInput!) {
    previewPolicy(input: $input) {
      curve {
        amount
        paid
      }
      cliffs {
        amount
        before
        after
        jump
      }
      examples {
        amount
        paid
        lines {
          step
          amount
          zh
          en
        }
      }
    }
  }
`);

const loadSamplesMutation = graphql(`
  mutation LoadSamplePolicies($input: LoadSamplePoliciesInput!) {
    loadSamplePolicies(input: $input) {
      reliefPolicies {
        id
      }
    }
  }
`);

export type PreviewAnswer = NonNullable<ResultOf<typeof previewPolicy>['previewPolicy']>;
export const loadSamplePolicies = saveOf(loadSamplesMutation, (result) => result.loadSamplePolicies);
export const proposePolicy = saveOf(proposePolicyMutation, (result) => result.proposePolicy.reliefPolicy);
export const decidePolicy = saveOf(decidePolicyMutation, (result) => result.decidePolicy.reliefPolicy);
export const endPolicy = saveOf(endPolicyMutation, (result) => result.endPolicy.reliefPolicy);

/** The amounts of a policy stand in one part of the form, as the verbs take them. */
export const toRecord = (node: ResultOf<typeof policyDetails>) => {
  const { mode, base, accumulation, oncePerYear, capPerClaim, capPersonYear, capHouseholdYear } = node;
  const { thresholds, bands } = node;
  const amounts = { mode, base, accumulation, oncePerYear, capPerClaim, capPersonYear, capHouseholdYear };
  return { ...node, terms: { ...amounts, thresholds: thresholds ?? [], bands: bands ?? [] } };
};

export type PolicyRecord = ReturnType<typeof toRecord>;
export type PolicyFilter = NonNullable<VariablesOf<typeof policyList>['filter']>;
export type DraftPolicyInput = InputOf<typeof draftPolicyMutation>;
export type PolicyTerms = DraftPolicyInput['terms'];

export const policyDocuments = {
  list: listOf(policyList, (result) => result.reliefPolicies),
  one: oneOf(policyPage, (result) => result.reliefPolicy),
  many: manyOf(policiesById, (result) => result.nodes),
  create: saveOf(draftPolicyMutation, (result) => result.draftPolicy.reliefPolicy),
  update: saveOf(updatePolicyMutation, (result) => result.updatePolicy.reliefPolicy),
  sortFields: { kind: 'KIND', fromOn: 'FROM_ON', name: 'NAME', status: 'STATUS', createdAt: 'CREATED_AT' },
  toRecord,
} satisfies ResourceDocuments;
