import { graphql } from '../../../api/graphql.ts';
import { saveOf } from '../../../providers/data/documents.ts';

/** Bank accounts of a household and what was paid to it. */
export const accountsOfHousehold = graphql(`
  query AccountsOfHousehold($id: ID!) {
    household(id: $id) {
      id
      members {
        id
        name
      }
    }
    bankAccounts(filter: { household: $id }, first: 50) {
      nodes {
        id
        kind
        bankName
        holderName
        accountMasked
        isDoubtful
        fromOn
        toOn
        member {
          id
          name
        }
      }
    }
  }
`);

export const paymentsOfHousehold = graphql(`
  query PaymentsOfHousehold($id: ID!) {
    payments(filter: { household: $id }, first: 50) {
      nodes {
        id
        memberName
        payeeName
        amount
        status
        paidOn
        reason
        batch {
          id
          number
          purpose
        }
      }
    }
  }
`);

const recordAccountMutation = graphql(`
  mutation RecordBankAccount($input: RecordBankAccountInput!) {
    recordBankAccount(input: $input) {
      bankAccount {
        id
      }
    }
  }
`);

export const recordAccount = saveOf(recordAccountMutation, (result) => result.recordBankAccount.bankAccount);
