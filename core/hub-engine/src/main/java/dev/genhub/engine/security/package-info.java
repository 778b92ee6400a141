/** Who is calling, and in whose name statements run. */
package dev.genhub.engine.security;
