/** Google's media models by the Interactions API: pictures, clips with sound, songs. */
package dev.genhub.google;
