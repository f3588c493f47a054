import { graphql } from '../../api/graphql.ts';

export const meQuery = graphql(`
  query Me {
    me {
      user {
        id
        username
        displayName
      }
      grants {
        role
        fromOn
        toOn
        pairedOnly
        division {
          code
          name
          path
        }
      }
      rights
      cadres {
        id
        countyCode
      }
      mustChangePassword
    }
  }
`);

export const loginMutation = graphql(`
  mutation Login($input: LoginInput!) {
    login(input: $input) {
      mustChangePassword
    }
  }
`);

export const logoutMutation = graphql(`
  mutation Logout {
    logout {
      ok
    }
  }
`);

export const changePasswordMutation = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      ok
    }
  }
`);

export const resetPasswordMutation = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      username
    }
  }
`);
