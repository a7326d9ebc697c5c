/**
 * Who may use the console: accounts, their roles, tokens of programs, and what was done. Entry
 * types: {@link id.pde.run.account.Accounts}, {@link id.pde.run.account.AccountRules}. Imports
 * {@code model} only.
 */
@NullMarked
package id.pde.run.account;

import org.jspecify.annotations.NullMarked;
