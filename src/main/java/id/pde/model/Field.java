package id.pde.model;

/**
 * One column of a source table.
 *
 * @param heading the full joined path, tidied ("2019 / L"); empty where the file gives none
 * @param column its position in the file, from 1 (A = 1)
 */
public record Field(String heading, int column) {}
