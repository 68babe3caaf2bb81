global using OpenOne.Testing;
global using Shouldly;
global using Xunit;
