/**
 * Locks: who held what, and who was granted it when.
 *
 * <p>The histories hold {@code acquire} and {@code release} of a resource's name; {@code acquire} is answered with
 * {@code [resource token]}, where the token may be nil. A guarded resource is used with {@code use} of {@code [resource
 * token]}, which is {@code :ok} when the resource accepted the token.
 */
package dev.faultline.checkers.lock;
