package dev.genhub.engine.content;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves only public addresses. What is fetched is named by others, and must not reach the
 * machine itself or its network. It works when the connection is made, so that a name cannot change
 * its address after the check.
 */
public final class AddressGuard implements DnsResolver {

  private final boolean allowPrivate;

  /**
   * @param allowPrivate lets private and loopback addresses pass, for development
   */
  public AddressGuard(boolean allowPrivate) {
    this.allowPrivate = allowPrivate;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
    for (InetAddress address : addresses) {
      if (!allowPrivate && !isPublic(address)) {
        throw new UnknownHostException(
            host + " is a private address, which genhub.webhooks.allow-private-addresses forbids");
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
  }

  private static boolean isPublic(InetAddress address) {
    return !(address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || SpecialNetworks.contain(address));
  }
}
