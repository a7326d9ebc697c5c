/**
 * Empty workbooks for agencies to fill, made from mappings.
 *
 * <p>Start at {@link id.pde.receipt.template.TemplatePlan} and {@link
 * id.pde.receipt.template.TemplateWorkbook}. May import what {@code receipt} may.
 */
@NullMarked
package id.pde.receipt.template;

import org.jspecify.annotations.NullMarked;
