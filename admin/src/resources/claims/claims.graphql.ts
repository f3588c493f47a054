import type { ResultOf } from 'gql.tada';
import { graphql } from '../../api/graphql.ts';
import { listOf, manyOf, oneOf, type ResourceDocuments, saveOf } from '../../providers/data/documents.ts';

// No household, member or organization: who works for an insurer may read claims and none of these.
const claimRow = graphql(`
  fragment ClaimRow on Claim {
    id
    version
    personName
    category
    kind
    status
    appliedOn
    eventOn
    dueOn
    total
    own
    village {
      code
      name
      path
    }
  }
`);

const claimList = graphql(
  `
    query ClaimList($filter: ClaimFilter, $orderBy: [ClaimOrder!], $first: Int!, $offset: Int) {
      claims(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
        nodes {
          ...ClaimRow
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount
      }
    }
  `,
  [claimRow],
);

const claimDetails = graphql(
  `
    fragment ClaimDetails on Claim {
      ...ClaimRow
      personIdMasked
      year
      cause
      source
      residue
      residueReason
      submittedOn
      checkedOn
      sentOn
      assessedOn
      assessedOwn
      assessedCompliantOwn
      compensation
      otherRelief
      loan
      incomePerHead
      expenses {
        receiptNumber
        spentOn
        provider
        amount
      }
      layers {
        layer
        amount
      }
      steps {
        id
        fromStatus
        toStatus
        happenedOn
        note
        recordedAt
        recordedBy
      }
    }
  `,
  [claimRow],
);

const claimPage = graphql(
  `
    query ClaimPage($id: ID!) {
      claim(id: $id) {
        ...ClaimDetails
      }
    }
  `,
  [claimDetails],
);

/** What needs a right of its own each; asked for by those who hold it. */
export const claimDiagnosis = graphql(`
  query ClaimDiagnosis($id: ID!) {
    claim(id: $id) {
      id
      diagnosis
    }
  }
`);

export const claimLinks = graphql(`
  query ClaimLinks($id: ID!) {
    claim(id: $id) {
      id
      household {
        id
        headName
      }
      insurer {
        id
        name
      }
    }
  }
`);

export const membersOfHousehold = graphql(`
  query MembersOfHousehold($id: ID!) {
    household(id: $id) {
      id
      members {
        id
        name
        relation
      }
    }
  }
`);

const claimsById = graphql(
  `
    query ClaimsById($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
        ... on Claim {
          ...ClaimRow
        }
      }
    }
  `,
  [claimRow],
);

const openClaimMutation = graphql(
  `
    mutation OpenClaim($input: OpenClaimInput!) {
      openClaim(input: $input) {
        claim {
          ...ClaimDetails
        }
      }
    }
  `,
  [claimDetails],
);

const updateClaimMutation = graphql(
  `
    mutation UpdateClaim($input: UpdateClaimInput!) {
      updateClaim(input: $input) {
        claim {
          ...ClaimDetails
        }
      }
    }
  `,
  [claimDetails],
);

export const openClaim = saveOf(openClaimMutation, (result) => result.openClaim.claim);
export const updateClaim = saveOf(updateClaimMutation, (result) => result.updateClaim.claim);

export type ClaimRowRecord = ResultOf<typeof claimRow>;
export type ClaimRecord = ResultOf<typeof claimDetails>;

export const claimDocuments: ResourceDocuments = {
  list: listOf(claimList, (result) => result.claims),
  one: oneOf(claimPage, (result) => result.claim),
  many: manyOf(claimsById, (result) => result.nodes),
  create: openClaim,
  update: updateClaim,
  sortFields: { appliedOn: 'APPLIED_ON', dueOn: 'DUE_ON', 'village.code': 'VILLAGE', total: 'TOTAL' },
};
