/** The sample city and the README, seen from outside. */
@org.jspecify.annotations.NullMarked
package id.pde.app.demo;
