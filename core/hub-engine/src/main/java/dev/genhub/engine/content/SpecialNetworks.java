package dev.genhub.engine.content;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Networks that are not the open internet and that Java does not tell (the special-purpose address
 * registries of IANA, RFC 6890). Ways to carry an IPv4 address inside an IPv6 one are among them,
 * as each could name this machine.
 */
final class SpecialNetworks {

  private record Network(byte[] address, int bits) {

    boolean contains(byte[] other) {
      if (other.length != address.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Network> ALL =
      List.of(
          network("0.0.0.0", 8), // this network
          network("100.64.0.0", 10), // carriers
          network("192.0.0.0", 24), // protocol assignments
          network("192.0.2.0", 24), // documentation
          network("198.18.0.0", 15), // benchmarks
          network("198.51.100.0", 24), // documentation
          network("203.0.113.0", 24), // documentation
          network("240.0.0.0", 4), // reserved, and broadcast
          network("::", 96), // IPv4-compatible
          network("64:ff9b::", 96), // IPv4 through NAT64
          network("64:ff9b:1::", 48), // the same, locally
          network("100::", 64), // discarded
          network("2001::", 32), // IPv4 through Teredo
          network("2001:db8::", 32), // documentation
          network("2002::", 16), // IPv4 through 6to4
          network("fc00::", 7)); // unique local

  private SpecialNetworks() {}

  static boolean contain(InetAddress address) {
    byte[] bytes = address.getAddress();
    return ALL.stream().anyMatch(network -> network.contains(bytes));
  }

  private static Network network(String address, int bits) {
    try {
      // a literal address is not looked up
      return new Network(InetAddress.getByName(address).getAddress(), bits);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
